namespace MySourceWorker;

/// <summary>What a message of the queue says.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Text">Its text.</param>
public sealed record Article(string Id, string Text);
