namespace Hevlayer.Local;

/// <summary>A document of a pipeline. Only <see cref="StageBoard"/> changes its place.</summary>
internal sealed class QueuedDocument(string id, long order, string stage)
{
    public string Id { get; } = id;

    /// <summary>Place in line: documents are claimed in the order in which they were staged.</summary>
    public long Order { get; set; } = order;

    public string Stage { get; set; } = stage;

    public DocumentLease? Lease { get; set; }

    public string? FailedReason { get; set; }

    /// <summary>The staged chunks as the JSON that is served; null once their bodies are lost.</summary>
    public byte[]? Chunks { get; set; } = "[]"u8.ToArray();

    public int FailedReads { get; set; }

    /// <summary>When it was staged last, in UTC ticks.</summary>
    public long StagedAt { get; private set; }

    /// <summary>When it was staged or claimed last, in UTC ticks.</summary>
    public long Begun { get; private set; }

    /// <summary>When it came to its place, in UTC ticks.</summary>
    public long Since { get; private set; }

    public int Stagings { get; private set; }

    public DocumentEvent Last { get; private set; }

    public string? LastWorker { get; private set; }

    /// <summary>Claims since it was staged.</summary>
    public int Claims { get; private set; }

    public int Expiries { get; private set; }

    public int Releases { get; private set; }

    public void Note(DocumentEvent what, long now, string? worker)
    {
        if (what is DocumentEvent.Renewed or DocumentEvent.ReadFailed)
        {
            return;
        }

        Last = what;
        Since = now;
        LastWorker = worker ?? LastWorker;
        switch (what)
        {
            case DocumentEvent.Staged or DocumentEvent.StagedAgain or DocumentEvent.StagedWhileHeld:
                (StagedAt, Begun) = (now, now);
                Stagings++;
                (Claims, Expiries, Releases) = (0, 0, 0);
                break;
            case DocumentEvent.Claimed:
                Begun = now;
                Claims++;
                break;
            case DocumentEvent.Expired:
                Expiries++;
                break;
            case DocumentEvent.Released:
                Releases++;
                break;
        }
    }
}
