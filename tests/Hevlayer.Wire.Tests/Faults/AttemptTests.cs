namespace Hevlayer.Wire.Tests.Faults;

/// <summary>A fault that does not go away: the right error after exactly as many attempts as the retry table says.</summary>
public sealed class AttemptTests
{
    public static TheoryData<string> Faults => FaultCatalog.Names(static _ => true);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task AnyCall_LastingFault_FailsAfterTheAttemptsOfTheTable(string name)
    {
        var fault = FaultCatalog.Named(name);
        return EveryOperation.PassesAsync(operation => CheckAsync(operation, fault), Abreast(fault));
    }

    private static async Task CheckAsync(GatewayOperation operation, Fault fault)
    {
        await using var run = FaultCase.Always(operation, fault, ClientSettings.Counting(fault));

        var error = await run.CallAsync();

        var attempts = fault.Fails(operation) && fault.IsRepeated(operation) ? ClientSettings.AttemptsFor(fault) : 1;
        var requests = run.Server.Requests;
        Assert.True(
            requests.Count == (fault.IsRefusal ? 0 : attempts),
            $"{attempts} attempts were due, these were seen: {string.Join(", ", requests)}. The call ended with: {error}");
        if (fault.Fails(operation))
        {
            Assert.IsType(fault.Error!, error);
            var failure = (HevlayerException)error;
            Assert.Equal(
                (attempts, fault.Status, operation.Method.Method, operation.Route),
                (failure.Attempts, failure.StatusCode, failure.Method, failure.Route));
        }
        else
        {
            Assert.Null(error);
        }

        // A broken connection is given up with its call; only a sound one may wait for the next.
        Assert.True(await run.Server.ConnectionsFallToAsync(fault.LeavesConnectionUsable ? 1 : 0), "A broken connection stays open.");
        Assert.True(await run.LeavesNoConnectionAsync(), "A connection outlives its client.");
    }

    // Calls that only wait cost nothing, so they wait all at once.
    private static int Abreast(Fault fault) => fault.EndedBy == EndedBy.Itself ? 16 : GatewayOperations.All.Count;
}
