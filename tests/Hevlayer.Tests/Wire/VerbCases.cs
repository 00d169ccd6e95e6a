namespace Hevlayer.Tests.Wire;

internal static partial class VerbCases
{
    public static IReadOnlyDictionary<string, VerbCase> All =>
        Pipelines.Concat(Leases).Concat(Reads).ToDictionary();
}
