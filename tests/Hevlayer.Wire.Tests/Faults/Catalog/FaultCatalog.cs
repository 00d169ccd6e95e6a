namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Every fault there is.</summary>
internal static partial class FaultCatalog
{
    public static IReadOnlyList<Fault> All { get; } = [.. Connections, .. Bodies, .. Silences, .. Strangers];

    public static Fault Named(string name) => All.Single(fault => fault.Name == name);

    public static TheoryData<string> Names(Func<Fault, bool> which) => [.. All.Where(which).Select(static fault => fault.Name)];
}
