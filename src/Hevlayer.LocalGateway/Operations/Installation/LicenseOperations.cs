namespace Hevlayer.Local;

/// <summary>The license state that an open gateway always reports.</summary>
internal static class LicenseOperations
{
    public static void AddTo(Dictionary<string, OperationHandler> handlers) =>
        handlers.Add("getLicense", _ => GatewayResponse.Json(new LicenseState
        {
            Valid = false,
            State = "floor",
            Reason = "open_gateway",
            Gateway = new LicenseSurfaceState { State = "floor", SecondsToDeadline = 0, GraceSecondsRemaining = 0 },
        }));
}
