namespace Hevlayer.Local;

/// <summary>A row in the queue of a function.</summary>
internal sealed record ItemLine(string Namespace, string Id, string State, string? Worker, int Attempts, string? Reason, string Cause, string Why)
{
    public static ItemLine Of(ItemSight item, FunctionSight function)
    {
        var why = ItemWhy.Explain(item, function);
        return new(item.Namespace, item.Id, Words.Of(item.State), item.Worker, item.Attempts, item.Reason, Words.Of(why.Cause), why.Sentence);
    }
}
