namespace Hevlayer;

/// <summary>Which members may be added to a write by name.</summary>
internal static class WriteExtraRules
{
    public static void Check(AttributeMap? extra, string name)
    {
        foreach (var member in extra?.Keys ?? [])
        {
            Require.Id(member, name);
            if (Refusal(member) is { } reason)
            {
                throw new ArgumentException($"The member '{member}' {reason}", name);
            }
        }
    }

    private static string? Refusal(string member) => member switch
    {
        "upserts" or "patches" => "is of an old form that the gateway refuses; use upserts or patches as rows or columns.",
        "blobs" => "is refused by the gateway; store the blob and write its reference as an attribute.",
        // Copies and branches are operations of their own, which must not be retried as writes are.
        "copy_from_namespace" or "branch_from_namespace" => "makes another operation of the write; use the copy or the branch operation.",
        _ when WriteBody.Names.Contains(member) => "has a property of its own; Extra is for members that have none.",
        _ => null,
    };
}
