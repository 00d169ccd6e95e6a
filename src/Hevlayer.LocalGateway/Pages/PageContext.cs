namespace Hevlayer.Local;

/// <summary>What the pages show and change.</summary>
/// <param name="Current">Gives the gateway's state, which a load replaces.</param>
/// <param name="Faults">Its faults.</param>
/// <param name="Log">Its newest requests.</param>
/// <param name="Options">Its settings.</param>
/// <param name="Call">Runs an operation of the contract past keys and faults.</param>
/// <param name="Due">Gives what falls due.</param>
/// <param name="File">The state as a file.</param>
internal sealed record PageContext(
    Func<GatewayState> Current,
    InjectedFaults Faults,
    RequestLog Log,
    LocalGatewayOptions Options,
    Func<GatewayRequest, GatewayResponse> Call,
    Func<DueBook> Due,
    SavedFile File)
{
    public GatewayState State => Current();

    public TimeProvider Clock => Options.TimeProvider;

    public DateTimeOffset Now => Clock.GetUtcNow();
}
