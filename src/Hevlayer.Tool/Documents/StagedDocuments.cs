using System.Runtime.CompilerServices;

namespace Hevlayer.Tool;

/// <summary>Documents as they are staged at the gateway.</summary>
internal sealed class StagedDocuments(Session session)
{
    public async IAsyncEnumerable<(string DocumentId, IReadOnlyList<Chunk> Chunks)> ReadAsync(IEnumerable<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            yield return (id, await session.Client.GetChunksAsync(session.Pipeline, id, cancellationToken));
        }
    }
}
