namespace Hevlayer.Local;

/// <summary>What the pages show and change.</summary>
/// <param name="State">The gateway's state.</param>
/// <param name="Faults">Its faults.</param>
/// <param name="Log">Its newest requests.</param>
/// <param name="Options">Its settings.</param>
/// <param name="Call">Runs an operation of the contract past keys and faults.</param>
internal sealed record PageContext(
    GatewayState State,
    InjectedFaults Faults,
    RequestLog Log,
    LocalGatewayOptions Options,
    Func<GatewayRequest, GatewayResponse> Call)
{
    public TimeProvider Clock => Options.TimeProvider;

    public DateTimeOffset Now => Clock.GetUtcNow();
}
