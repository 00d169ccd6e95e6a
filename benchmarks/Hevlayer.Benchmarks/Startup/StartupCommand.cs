using System.Globalization;

namespace Hevlayer.Benchmarks;

/// <summary>Prints how soon a worker makes its first call, and how large it is then.</summary>
internal static class StartupCommand
{
    private const int Rounds = 15;
    private const int Seed = 1;

    public static async Task<int> RunAsync()
    {
        PublishedWorker[] workers = [await PublishedWorker.PublishAsync("JIT", "jit"), await PublishedWorker.PublishAsync("Native AOT", "aot", "-r", "linux-x64")];
        using var server = await ServerProcess.StartAsync("serve");
        var starts = Array.ConvertAll(workers, static _ => new List<WorkerStart>(Rounds));
        var order = Enumerable.Range(0, workers.Length).ToArray();
        var random = new Random(Seed);

        // The first round reads the files from the disk and warms the server up.
        for (var round = 0; round <= Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var start = await WorkerStart.RunAsync(workers[index], server.Address);
                if (round > 0)
                {
                    starts[index].Add(start);
                }
            }
        }

        Write(workers, starts);
        return 0;
    }

    private static void Write(PublishedWorker[] workers, List<WorkerStart>[] starts)
    {
        Console.WriteLine("| Worker | To the first claim: ms (middle half) | Resident: MiB (middle half) | Program: KiB |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach (var (worker, its) in workers.Zip(starts))
        {
            var time = Spread.Of(its.Select(static start => start.Milliseconds));
            var resident = Spread.Of(its.Select(static start => start.Resident / 1024));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {worker.Name} | {time.Median:0} ({time.Low:0}–{time.High:0}) | {resident.Median:0.0} ({resident.Low:0.0}–{resident.High:0.0}) | {new FileInfo(worker.Program).Length / 1024} |"));
        }

        Console.WriteLine();
        foreach (var file in (string[])["Hevlayer.dll", "Hevlayer.Workers.dll"])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {workers[0].Size(file) / 1024} KiB"));
        }
    }
}
