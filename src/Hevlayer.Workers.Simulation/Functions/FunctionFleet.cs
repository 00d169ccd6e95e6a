using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>The workers of a function's history: how they come, stand still, die, are replaced and end.</summary>
/// <param name="time">Their time.</param>
/// <param name="plan">The plan.</param>
/// <param name="make">Makes a worker's connection and handler: for its options, which name its version.</param>
/// <param name="random">Chance for the workers.</param>
internal sealed class FunctionFleet(VirtualTime time, FunctionPlan plan, Func<FunctionWorkerOptions, (IFunctionGateway Gateway, IFunctionHandler Handler)> make, Random random)
{
    private readonly List<FunctionProcess> _running = [];
    private readonly List<FunctionProcess> _all = [];
    private bool _isEnding;

    public IReadOnlyList<FunctionProcess> Running => _running;

    public IReadOnlyList<FunctionProcess> All => _all;

    /// <summary>The version that workers compute which begin now.</summary>
    public string Version { get; set; } = FunctionModel.Version(1);

    public void Add()
    {
        var options = plan.Options.Copy();
        options.WorkerId = string.Create(CultureInfo.InvariantCulture, $"worker-{_all.Count}");
        options.Version = Version;
        var (gateway, handler) = make(options);
        var process = new FunctionProcess(time.AddNode(options.WorkerId), time, options, gateway, handler, new Random(random.Next()));
        _all.Add(process);
        _running.Add(process);
        process.Start(ended => _running.Remove(ended));
        if (_isEnding)
        {
            process.Stop();
        }
    }

    public void Crash(FunctionProcess process, TimeSpan length)
    {
        _running.Remove(process);
        process.Node.Kill();
        time.After(length, Add);
    }

    public void Freeze(FunctionProcess process, TimeSpan length)
    {
        process.Node.Freeze();
        time.After(length, () =>
        {
            process.Node.Thaw();
            process.StoodStill += length;
        });
    }

    /// <summary>Replaces all workers, one after another, by those of the present version.</summary>
    public void Deploy(TimeSpan length)
    {
        var old = _running.ToList();
        for (var number = 0; number < old.Count; number++)
        {
            var process = old[number];
            time.After(length * ((double)number / old.Count), () =>
            {
                Add();
                process.Stop();
            });
        }
    }

    public void Stop()
    {
        _isEnding = true;
        _running.ForEach(static process => process.Stop());
    }
}
