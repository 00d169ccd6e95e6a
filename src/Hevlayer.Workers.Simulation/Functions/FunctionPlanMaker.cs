using System.Globalization;

namespace Hevlayer.Workers.Simulation;

/// <summary>Draws the plan of a function's history from its seed.</summary>
internal static class FunctionPlanMaker
{
    public static FunctionPlan Make(int seed, SimulationOptions simulation)
    {
        var random = new Random(seed);
        var faults = FaultMix.Draw(random, simulation);
        var options = MakeOptions(random);
        var calm = TimeSpan.FromSeconds(random.Next(30, 600));
        return new FunctionPlan(
            seed,
            options,
            random.Next(1, simulation.MaxWorkers + 1),
            MakeRows(random, simulation, faults, calm),
            new() { MaxAttempts = random.Next(2, 9), InitialBackoffSeconds = random.Next(1, 6), MaxBackoffSeconds = random.Next(6, 60) },
            TimeSpan.FromSeconds(random.NextDouble() * random.Next(1, 40)),
            MakeNetwork(random, faults),
            calm,
            random.Next(2) == 0 ? calm * random.NextDouble() : null,
            MakeEvents(random, faults, options, calm));
    }

    private static FunctionWorkerOptions MakeOptions(Random random)
    {
        var options = new FunctionWorkerOptions
        {
            FunctionId = FunctionModel.Function,
            Lease = TimeSpan.FromSeconds(random.Next(10, 90)),
            ClaimLimit = random.Next(1, 9),
            MaxConcurrentRows = random.Next(1, 9),
            HandlerTimeout = TimeSpan.FromSeconds(random.Next(45, 120)),
            ReleaseAtEnd = random.Next(3) > 0,
        };
        options.Outputs.Add(FunctionModel.Output);
        options.MaxHeldRows = options.MaxConcurrentRows + random.Next(0, 9);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(random.Next(2, 30));
        options.Shutdown.DrainTime = TimeSpan.FromSeconds(random.Next(3) == 0 ? random.Next(1, 8) : 20);
        return options;
    }

    private static List<FunctionRow> MakeRows(Random random, SimulationOptions simulation, FaultMix faults, TimeSpan calm)
    {
        var rows = new List<FunctionRow>();
        for (var number = random.Next(1, simulation.MaxDocuments + 1); number > 0; number--)
        {
            var fault = random.Next(5) == 0 ? faults.Pick(random, static fault => KindOf(fault) != FunctionRowKind.Sound) : null;
            rows.Add(new FunctionRow(
                string.Create(CultureInfo.InvariantCulture, $"row-{number}"),
                string.Create(CultureInfo.InvariantCulture, $"text {random.Next(1000)}"),
                fault is { } known ? KindOf(known) : FunctionRowKind.Sound,
                random.Next(3) == 0 ? calm * random.NextDouble() : TimeSpan.Zero));
        }

        return rows;
    }

    private static FunctionRowKind KindOf(SimulatedFault fault) => fault switch
    {
        SimulatedFault.Flaky => FunctionRowKind.Flaky,
        SimulatedFault.Poison => FunctionRowKind.Poison,
        SimulatedFault.Hang => FunctionRowKind.Hang,
        SimulatedFault.NoChunks => FunctionRowKind.Rejected,
        SimulatedFault.BadVectors => FunctionRowKind.Undeclared,
        _ => FunctionRowKind.Sound,
    };

    private static NetworkPlan MakeNetwork(Random random, FaultMix faults) => new(
        TimeSpan.FromMilliseconds(random.Next(1, 200)),
        faults.Share(SimulatedFault.LostRequest, random, 8),
        faults.Share(SimulatedFault.LostReply, random, 8),
        faults.Share(SimulatedFault.Delay, random, 8),
        TimeSpan.FromSeconds(random.Next(3, 30)),
        faults.Share(SimulatedFault.OddReply, random, 16),
        faults.Share(SimulatedFault.Reset, random, 32));

    private static List<PlannedEvent> MakeEvents(Random random, FaultMix faults, FunctionWorkerOptions options, TimeSpan calm)
    {
        var events = new List<PlannedEvent>();
        for (var left = random.Next(7); left > 0 && faults.Pick(random, IsEvent) is { } kind; left--)
        {
            var length = kind == SimulatedFault.Freeze ? options.Lease * (random.NextDouble() * 3) : TimeSpan.FromSeconds(random.Next(1, 60));
            var at = random.Next(2) == 0 ? TimeSpan.FromSeconds(random.NextDouble() * 20) : calm * random.NextDouble();
            events.Add(new PlannedEvent(at, kind, random.Next(), length));
        }

        return events;
    }

    private static bool IsEvent(SimulatedFault fault) => fault is SimulatedFault.Crash or SimulatedFault.Freeze or SimulatedFault.Deploy or SimulatedFault.Outage;
}
