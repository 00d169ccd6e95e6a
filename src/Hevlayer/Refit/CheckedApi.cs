namespace Hevlayer;

/// <summary>Checks the arguments of each operation before it reaches the interface that sends it.</summary>
internal sealed partial class CheckedApi(IHevlayerApi inner) : IHevlayerApi;
