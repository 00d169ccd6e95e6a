namespace Hevlayer.Conventions.Tests.Folders;

/// <summary>Folders that reach each other through the types that they name.</summary>
internal static class FolderCircles
{
    private const int ShownUses = 4;

    /// <summary>One report a circle; none when the folders are in an order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<TypeUse> uses)
    {
        var reached = uses.Select(use => use.From).Distinct().ToDictionary(folder => folder, folder => ReachedFrom(folder, uses));
        return [.. reached
            .Where(folder => folder.Value.Contains(folder.Key))
            .GroupBy(folder => string.Join(", ", folder.Value.Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder.Key)).Order(StringComparer.Ordinal)))
            .Select(circle => Report(circle.Key, [.. circle.Select(folder => folder.Key)], uses))];
    }

    private static HashSet<string> ReachedFrom(string folder, IReadOnlyList<TypeUse> uses)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            foreach (var use in uses.Where(use => use.From == next && reached.Add(use.To)))
            {
                open.Push(use.To);
            }
        }

        return reached;
    }

    // The thinnest steps come first: they are the ones to cut.
    private static string Report(string names, HashSet<string> circle, IReadOnlyList<TypeUse> uses)
    {
        var steps = uses.Where(use => circle.Contains(use.From) && circle.Contains(use.To))
            .GroupBy(use => (use.From, use.To))
            .OrderBy(step => step.Count())
            .Select(step => $"  {step.Key.From} -> {step.Key.To} ({step.Count()}): " + string.Join("; ", step.Take(ShownUses).Select(use => $"{use.File} names {use.Type}")));
        return $"{names} form a circle:\n{string.Join('\n', steps)}";
    }
}
