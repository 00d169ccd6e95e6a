namespace Hevlayer.Local;

/// <summary>A route template, cut at its slashes; parts in braces match any one part of a path.</summary>
internal sealed class Route(string template)
{
    private readonly string[] _parts = template.Split('/');

    public string Template => template;

    /// <summary>How many parts are fixed text: of two routes that match, the one with more of them wins.</summary>
    public int Weight => _parts.Count(part => !IsPlaceholder(part));

    /// <summary>The decoded values of the placeholders; null when the path is another one.</summary>
    public Dictionary<string, string>? Match(string[] path)
    {
        if (path.Length != _parts.Length)
        {
            return null;
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (!(IsPlaceholder(_parts[i]) ? path[i].Length > 0 : string.Equals(path[i], _parts[i], StringComparison.Ordinal)))
            {
                return null;
            }
        }

        return _parts.Zip(path)
            .Where(pair => IsPlaceholder(pair.First))
            .ToDictionary(pair => pair.First[1..^1], pair => Uri.UnescapeDataString(pair.Second), StringComparer.Ordinal);
    }

    private static bool IsPlaceholder(string part) => part.StartsWith('{');
}
