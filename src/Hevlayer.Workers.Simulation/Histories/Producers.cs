namespace Hevlayer.Workers.Simulation;

/// <summary>Those who stage documents, again and again, and know what they staged last.</summary>
internal sealed class Producers(World world, HistoryPlan plan)
{
    private readonly Dictionary<string, SimulatedDocument> _last = plan.Documents.ToDictionary(static document => document.Id, StringComparer.Ordinal);

    /// <summary>The documents as they were staged last.</summary>
    public IReadOnlyList<SimulatedDocument> Last => [.. plan.Documents.Select(document => world.Said.LastOf(document.Id) switch
    {
        null => _last[document.Id],
        var chunks when Deletion.IsIn(chunks) => document with { Chunks = [], IsDeleted = true },
        var chunks => document with { Chunks = chunks },
    })];

    /// <summary>Stages what does not come by messages.</summary>
    public void Begin()
    {
        var byMessage = plan.Messages.Select(static message => message.Document.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var document in plan.Documents.Where(document => !byMessage.Contains(document.Id)))
        {
            world.Gateway.Stage(document.Id, document.Staged);
            if (document.Fault is SimulatedFault.LostChunks)
            {
                world.Gateway.LoseChunks(document.Id);
            }

            if (document.Fault is SimulatedFault.LostChunks or SimulatedFault.NoChunks)
            {
                world.Faults.Add(document.Fault.Value);
            }
        }
    }

    /// <summary>Stages a document again, now or in the moment before or after the next call arrives.</summary>
    public void Restage(PlannedEvent planned)
    {
        if (Restaging.DocumentOf(planned, plan) is not { } document)
        {
            return;
        }

        var isDone = false;
        if (planned.Target % 3 > 0)
        {
            world.Network.AtNextCall(Once, isAfter: planned.Target % 3 == 1);
            world.Time.After(planned.Length, Once);
        }
        else
        {
            Once();
        }

        void Once()
        {
            if (!isDone)
            {
                isDone = true;
                world.Faults.Add(SimulatedFault.Restage);
                var last = _last[document.Id] = Restaging.Of(planned, document);
                world.Gateway.Stage(last.Id, last.Staged);
            }
        }
    }
}
