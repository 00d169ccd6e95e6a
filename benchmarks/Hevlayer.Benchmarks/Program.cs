using BenchmarkDotNet.Running;
using Hevlayer.Benchmarks;

return args switch
{
    ["ratios", .. var rest] => await RatiosCommand.RunAsync(rest),
    ["layers", .. var rest] => await LayersCommand.RunAsync(rest),
    ["floats"] => await FloatsCommand.RunAsync(),
    ["writes"] => await WritesCommand.RunAsync(),
    ["compression"] => await CompressionCommand.RunAsync(),
    ["workers", .. var rest] => await WorkersCommand.RunAsync(rest),
    ["slow-writes", .. var rest] => await SlowWritesCommand.RunAsync(rest),
    ["index-runs", .. var rest] => await IndexRunsCommand.RunAsync(rest),
    ["scale", .. var rest] => await ScaleCommand.RunAsync(rest),
    ["peers", .. var rest] => await PeersCommand.RunAsync(rest),
    ["startup"] => await StartupCommand.RunAsync(),
    ["micro", .. var rest] => Micro(rest),
    ["serve"] => await BenchServer.ServeAsync(),
    ["serve-gateway", var delay] => await GatewayServer.ServeAsync(delay),
    ["serve-gateway", var delay, var writeDelay] => await GatewayServer.ServeAsync(delay, writeDelay),
    ["peer", var address] => await ClientPeer.RunAsync(address),
    _ => Usage(),
};

static int Micro(string[] rest)
{
    BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(rest);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        ratios [--quick] [WORD]   calls beside the hand-written floor and plain Refit; WORD picks scenarios by name
        layers [--quick]          what each layer of the client adds to a small call
        floats                    vectors as text, beside the framework's writer
        writes                    namespace writes with vectors as bodies, beside the framework's writer
        compression               what compressing requests costs and saves
        workers [--quick]         the embedding worker beside the guide's loop, against a gateway that takes its time
        slow-writes [--quick]     the embedding worker against a store that takes 200 ms or a second for a write
        index-runs [--documents N]
                                  a first run, an unchanged one and one with a few changes over the same documents
        scale [--documents N] [--svg FILE]
                                  many small documents from stage to index: the cost of each and the memory
        peers [--quick]           the same calls from Node and from Python
        startup                   a worker's way to its first claim, compiled just in time and ahead of time
        micro [ARGUMENTS]         BenchmarkDotNet, with its own arguments, such as --filter '*Float*'
        """);
    return 2;
}
