using Hevlayer.Workers;

namespace Hevlayer.Tool.Tests;

/// <summary>Fails documents that have a reason, and indexes the others.</summary>
internal sealed class ReasonHandler(Func<string, string?> reasonOf) : IDocumentHandler
{
    public Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken) => Task.FromResult(reasonOf(document.Id) is { } reason
        ? DocumentOutcome.Fail(reason)
        : DocumentOutcome.Index([new() { Id = document.Id, Vector = new float[] { 1, 2 } }]));
}
