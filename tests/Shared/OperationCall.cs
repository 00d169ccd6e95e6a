namespace Hevlayer.Tests.Shared;

/// <summary>Calls one operation with the least it takes.</summary>
internal delegate Task OperationCall(IHevlayerApi api, CancellationToken cancellationToken);
