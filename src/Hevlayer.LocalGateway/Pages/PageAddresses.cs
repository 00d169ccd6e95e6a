namespace Hevlayer.Local;

/// <summary>Where the pages are: at the root, and under a prefix that no route of the product begins with.</summary>
internal static class PageAddresses
{
    public const string Home = "/";
    public const string Prefix = "/_local";
    public const string Events = "/_local/events";
    public const string Script = "/_local/page.js";
    public const string Style = "/_local/page.css";
    public const string Icon = "/_local/icon.svg";

    // Asked of each call, most of which the second letter answers.
    public static bool Contain(string path) =>
        path == Home || (path.Length > 1 && path[1] == Prefix[1] && path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && (path.Length == Prefix.Length || path[Prefix.Length] == '/'));

    /// <summary>The address of a page; its parts may hold anything.</summary>
    public static string Of(params IEnumerable<string> parts) => $"{Prefix}/{string.Join('/', parts.Select(Uri.EscapeDataString))}";

    /// <summary>The decoded parts after the prefix; none for the home page.</summary>
    public static string[] PartsOf(string path) =>
        path.Length <= Prefix.Length ? [] : [.. path[(Prefix.Length + 1)..].Split('/').Select(Uri.UnescapeDataString)];
}
