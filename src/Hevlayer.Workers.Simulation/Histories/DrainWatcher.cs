namespace Hevlayer.Workers.Simulation;

/// <summary>Waits for the queue to drain, with the real client, and must not be told so before it has.</summary>
internal sealed class DrainWatcher(SimulatedNode node, World world, DrainOptions options)
{
    private TimeSpan _began;

    /// <summary>Whether its wait has ended, well or not.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Begins to wait.</summary>
    /// <param name="lastDrained">Tells when every document was in a final stage for the last time.</param>
    public void Start(Func<TimeSpan?> lastDrained)
    {
        _began = world.Time.Elapsed;
        var client = world.Client(node);
        node.Start(() => WaitAsync(client, lastDrained));
    }

    private async Task WaitAsync(HevlayerClient client, Func<TimeSpan?> lastDrained)
    {
        try
        {
            await BareCall<PipelineStatus>.RunAsync(world.Time, token => client.WaitForDrainAsync(Names.Pipeline, options, cancellationToken: token), CancellationToken.None);
            if (lastDrained() is not { } drained || drained < _began)
            {
                world.Violations.Add($"{node.Name}, which waited from {_began}, was told at {world.Time.Elapsed} that the queue is drained, and it never was");
            }
        }
        catch (HevlayerException)
        {
            // The gateway had trouble for longer than it waits for.
        }

        HasEnded = true;
    }
}
