namespace Hevlayer.Indexer.Tests;

/// <summary>An app for tests whose runs never come as far as the queue.</summary>
public sealed class SharedApp(SqsServer sqs) : IAsyncLifetime
{
    private AppUnderTest? _app;

    internal RunningApp App => _app!.App;

    public async ValueTask InitializeAsync() => _app = await AppUnderTest.StartAsync(sqs, CancellationToken.None);

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
