namespace Hevlayer.Local;

/// <summary>Names of the stages that the gateway itself knows; workers may invent more.</summary>
internal static class Stages
{
    public const string Pending = "pending";
    public const string Embedding = "embedding";
    public const string Indexed = "indexed";
    public const string Failed = "failed";
}
