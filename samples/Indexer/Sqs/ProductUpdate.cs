namespace Hevlayer.Indexer;

/// <summary>A document on its way through the queue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text.</param>
internal sealed record ProductUpdate(string Id, string Text);
