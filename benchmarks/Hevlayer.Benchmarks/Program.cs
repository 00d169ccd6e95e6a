using BenchmarkDotNet.Running;
using Hevlayer.Benchmarks;

return args switch
{
    ["ratios", .. var rest] => await RatiosCommand.RunAsync(rest),
    ["layers", .. var rest] => await LayersCommand.RunAsync(rest),
    ["micro", .. var rest] => Micro(rest),
    ["serve"] => await BenchServer.ServeAsync(),
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
        micro [ARGUMENTS]         BenchmarkDotNet, with its own arguments, such as --filter '*Float*'
        """);
    return 2;
}
