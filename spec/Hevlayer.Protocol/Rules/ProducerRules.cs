namespace Hevlayer.Protocol;

/// <summary>What producers do: they stage a document, stage it again with other content, or delete it.</summary>
internal static class ProducerRules
{
    public static IEnumerable<Move> Of(Document document, Budget budget, Mutant mutant)
    {
        if (document.Stage == Stage.None)
        {
            yield return new(ActionKind.Stage, -1, Staged(document, Content.First, mutant), budget);
        }
        else if (Budget.Spend(budget.Changes) is { } left)
        {
            // Without a bound a producer may also go back to what was staged first.
            var other = document.Newest == Content.First ? Content.Second : Content.First;
            yield return new(ActionKind.Restage, -1, Staged(document, other, mutant), budget with { Changes = left });
            yield return new(ActionKind.Delete, -1, Staged(document, Content.Empty, mutant), budget with { Changes = left });
        }
    }

    private static Document Staged(Document document, Content content, Mutant mutant) => document with
    {
        Stage = Stage.Pending,
        Newest = content,
        Holder = mutant == Mutant.RestageKeepsHolder ? document.Holder : Holder.Nobody,
    };
}
