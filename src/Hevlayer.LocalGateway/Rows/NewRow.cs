namespace Hevlayer.Local;

/// <summary>A row as it comes in, checked but not yet stored.</summary>
internal sealed record NewRow(AttributeValue Id, float[][] Vectors, AttributeMap Attributes)
{
    public string Key { get; } = Id.ToString();
}
