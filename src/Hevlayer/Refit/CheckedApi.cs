namespace Hevlayer;

/// <summary>Looks at what each operation is given before it reaches the interface that sends it.</summary>
internal sealed partial class CheckedApi(IHevlayerApi inner) : IHevlayerApi;
