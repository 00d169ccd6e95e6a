namespace Hevlayer.Workers.Simulation;

/// <summary>
/// Brings the function to its second version, as <see cref="FunctionClient.EnsureVersionAsync"/> does, and looks again and
/// again whether it is there: a late call may undo it.
/// </summary>
internal sealed class VersionDeployer(SimulatedNode node, SimulatedNetwork network, FunctionModel gateway)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public void Start() => node.Start(async () =>
    {
        while (true)
        {
            try
            {
                await EnsureAsync(FunctionModel.Version(2));
            }
            catch (HevlayerException)
            {
                // The next look finds it as it is.
            }

            await Task.Delay(Pause, node.Clock, CancellationToken.None);
        }
    });

    private async Task EnsureAsync(string version)
    {
        if (await CallAsync(() => gateway.CurrentVersion) == version)
        {
            return;
        }

        await SetAsync($"{version}-pending");
        while (await CallAsync(() => gateway.Held) > 0)
        {
            await Task.Delay(Pause, node.Clock, CancellationToken.None);
        }

        await SetAsync(version);
    }

    private Task<bool> SetAsync(string version) => CallAsync(() =>
    {
        gateway.SetVersion(version);
        return true;
    });

    private Task<T> CallAsync<T>(Func<T> call) => network.CallAsync(call, CancellationToken.None);
}
