namespace Hevlayer.Workers.Tests;

/// <summary>What the handlers of an app do; a singleton of the app, as the test wants it.</summary>
internal sealed class Work(Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> work)
{
    public Task<DocumentOutcome> DoAsync(DocumentContext document, CancellationToken cancellationToken) => work(document, cancellationToken);
}
