using Hevlayer.Workers;

namespace Hevlayer.Conventions.Tests;

/// <summary>A queue with one message.</summary>
internal sealed class ProductQueue : IDocumentSource<Product>
{
    private int _received;

    public TaskCompletionSource Acknowledged { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<IReadOnlyList<SourceMessage<Product>>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceMessage<Product>>>(
            _received++ == 0 ? [new() { Id = "1", Body = new("kettle", "A red kettle. It whistles.") }] : []);

    public Task AcknowledgeAsync(SourceMessage<Product> message, CancellationToken cancellationToken)
    {
        Acknowledged.TrySetResult();
        return Task.CompletedTask;
    }

    public Task RejectAsync(SourceMessage<Product> message, Rejection rejection, CancellationToken cancellationToken)
    {
        Acknowledged.TrySetException(new InvalidOperationException(rejection.Reason));
        return Task.CompletedTask;
    }

    public Task ExtendAsync(SourceMessage<Product> message, TimeSpan by, CancellationToken cancellationToken) => Task.CompletedTask;
}
