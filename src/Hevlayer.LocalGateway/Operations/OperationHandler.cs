namespace Hevlayer.Local;

/// <summary>Answers one operation. It neither waits nor does I/O; a refusal is a <see cref="GatewayFault"/>.</summary>
internal delegate GatewayResponse OperationHandler(GatewayCall call);
