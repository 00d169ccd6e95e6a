using System.Diagnostics;

namespace Hevlayer.Workers;

/// <summary>The span of one attempt at a document; nothing where nobody listens.</summary>
internal readonly struct AttemptSpan(Activity? activity) : IDisposable
{
    /// <summary>The trace; null where nobody listens.</summary>
    public string? TraceId => activity?.TraceId.ToHexString();

    /// <summary>Joins the span with the one that staged the document, where the chunks carry it.</summary>
    public void Read(IReadOnlyList<Chunk> chunks)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag("messaging.batch.message_count", chunks.Count);
        if (StagedTrace.Of(chunks) is { } context)
        {
            activity.AddLink(new ActivityLink(context));
        }
    }

    public void End(Fault? fault)
    {
        if (fault is not null)
        {
            activity?.SetTag("error.type", FailureNames.Of(fault.Kind));
            activity?.SetStatus(ActivityStatusCode.Error);
        }
    }

    public void Dispose() => activity?.Dispose();
}
