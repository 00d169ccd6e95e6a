namespace Hevlayer;

/// <summary>Client of a hev layer gateway.</summary>
public sealed partial class HevlayerClient
{
}
