namespace Hevlayer.Protocol;

/// <summary>A call that is still on its way to the gateway when its process is dead.</summary>
/// <param name="Worker">Whose it was.</param>
/// <param name="IsWrite">Rows for the index; else a call that ends the hold.</param>
/// <param name="Content">What the rows, or the failure, were made from.</param>
/// <param name="Version">Version of the rows.</param>
/// <param name="Target">The stage that the other call leads to.</param>
internal readonly record struct Orphan(int Worker, bool IsWrite, Content Content, int Version, Stage Target);
