namespace Hevlayer;

/// <summary>An address whose ids are as they go on the wire; its kind keeps it from being restored again.</summary>
internal sealed class RestoredAddress(string address)
    : Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
