namespace Hevlayer.Benchmarks;

/// <summary>The guide's loop and the worker in turns, at one gateway.</summary>
internal sealed class WorkerRace(ServerProcess gateway, TimeSpan callTime, WorkerPlan plan, Random random) : IDisposable
{
    private readonly HevlayerClient _layer = new(new() { BaseAddress = gateway.Address });

    public async Task<RaceResult> RunAsync(IReadOnlyList<WorkerChoice> choices)
    {
        var loop = new GuideLoop(_layer);
        List<Func<Task<Turn>>> contenders = [() => LoopAsync(loop), .. choices.Select(Runtime)];
        foreach (var contender in contenders)
        {
            await contender();
        }

        var turns = contenders.ConvertAll(_ => new List<Turn>(plan.Rounds));
        var order = Enumerable.Range(0, contenders.Count).ToArray();
        for (var round = 0; round < plan.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                turns[index].Add(await contenders[index]());
            }
        }

        return new(callTime, loop.CallTime, turns[0], [.. choices.Zip(turns.Skip(1))]);
    }

    public void Dispose() => _layer.Dispose();

    private async Task<Turn> LoopAsync(GuideLoop loop)
    {
        var rate = 1 / ((2 * callTime) + SimulatedModel.TimeOf(StagedPipeline.ChunksPerDocument)).TotalSeconds;
        return await loop.RunAsync(await StagedPipeline.StageAsync(_layer, plan.Documents(rate)));
    }

    private Func<Task<Turn>> Runtime(WorkerChoice choice) => async () =>
        await HostedRuntime.RunAsync(gateway.Address, await StagedPipeline.StageAsync(_layer, plan.Documents(RateLimit.Of(choice, callTime))), choice);
}
