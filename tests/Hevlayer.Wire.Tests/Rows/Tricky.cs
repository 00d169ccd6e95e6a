namespace Hevlayer.Wire.Tests.Rows;

/// <summary>Texts with everything that has a meaning in a URL, and how they must stand in it.</summary>
internal static class Tricky
{
    public const string Namespace = "../ns a/b#c?d%2Fe:f+g&h=i,é漢🙂";
    public const string NamespaceInUrl = "..%2Fns%20a%2Fb%23c%3Fd%252Fe%3Af%2Bg%26h%3Di%2C%C3%A9%E6%BC%A2%F0%9F%99%82";

    public const string Id = "id/1#2?3%4:5+6 ü";
    public const string IdInUrl = "id%2F1%232%3F3%254%3A5%2B6%20%C3%BC";

    public const string Text = "p/#?%:+ &=\"é";
    public const string TextInUrl = "p%2F%23%3F%25%3A%2B%20%26%3D%22%C3%A9";

    public const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    public const string Tags = "cart:42,team_a";

    // People search in their own language.
    public const string SearchQuery = "läufer schuhe 漢";
}
