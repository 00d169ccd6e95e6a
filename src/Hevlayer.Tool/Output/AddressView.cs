namespace Hevlayer.Tool;

/// <summary>Where a local gateway listens.</summary>
/// <param name="Address">Its address.</param>
internal sealed record AddressView(Uri Address);
