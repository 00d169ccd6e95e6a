using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Prints what each layer of the client adds to the floor's smallest call.</summary>
internal static class LayersCommand
{
    private const int Calls = 40_000;
    private const int TypesShown = 30;

    private static readonly int[] Concurrencies = [1, 16];

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var server = await ServerProcess.StartAsync("serve");
        using var layers = new LayerClients(server.Address);
        if (arguments.Contains("--types"))
        {
            await TypesAsync(layers.Claim());
            return 0;
        }

        var plan = arguments.Contains("--quick") ? TurnPlan.Quick : TurnPlan.Full;
        var random = new Random(1);
        OutcomeTable.WriteHeader(Console.Out);
        foreach (var concurrency in Concurrencies)
        {
            OutcomeTable.Write(Console.Out, await Interleaved.RunAsync(layers.Claim(), concurrency, plan, random));
        }

        return 0;
    }

    private static async Task TypesAsync(Contest contest)
    {
        foreach (var contender in contest.Contenders)
        {
            for (var call = 0; call < Calls / 4; call++)
            {
                await contender.CallAsync();
            }

            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            using var types = new AllocatedTypes();
            for (var call = 0; call < Calls; call++)
            {
                await contender.CallAsync();
            }

            bytes = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / Calls;
            Console.WriteLine($"{contender.Name}: {bytes} bytes a call");
            foreach (var (type, share) in types.Shares().Take(TypesShown))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {share * bytes,6:0}  {type}"));
            }
        }
    }
}
