namespace Hevlayer.Local;

/// <summary>A document in a list.</summary>
internal sealed record DocumentLine(string Id, string Stage, DateTimeOffset Since, string? Worker, int Claims)
{
    public static DocumentLine Of(DocumentSight sight) => new(sight.Id, sight.Stage, new DateTimeOffset(sight.Since, TimeSpan.Zero), sight.Lease?.Worker, sight.Claims);
}
