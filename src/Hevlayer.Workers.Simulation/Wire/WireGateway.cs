using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>The local gateway, whole, with every rule and every shape of its wire.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A gateway in memory has nothing to release.")]
internal sealed class WireGateway : ISimulatedGateway
{
    private readonly PipelineRegistry _pipelines;
    private readonly NamespaceRegistry _namespaces;
    private readonly GatewayFront _front;

    public WireGateway(TimeProvider clock)
    {
        _front = new GatewayFront(new LocalGatewayOptions { TimeProvider = clock });
        _pipelines = _front.Pipelines;
        _namespaces = _front.Namespaces;
        _pipelines.Create(new() { Id = Names.Pipeline, TargetNamespace = Names.Namespace, DistanceMetric = DistanceMetric.CosineDistance, CreatedAt = clock.GetUtcNow() });
    }

    public IReadOnlyDictionary<string, string> Rows => (_namespaces.View(Names.Namespace)?.Rows ?? [])
        .ToDictionary(static row => row.Key, static row => Names.Text(row), StringComparer.Ordinal);

    /// <summary>The rows of the ledger of failed documents.</summary>
    public IReadOnlyDictionary<string, DocumentFailure> Ledger => (_namespaces.View(LedgerOptions.NameFor(Names.Pipeline))?.Rows ?? [])
        .Select(static row => LedgerRow.Read(row.Key, AttributesOf(row)))
        .ToDictionary(static failure => failure.DocumentId, StringComparer.Ordinal);

    public IReadOnlyList<DocumentState> Documents => Queue.States();

    public int OpenDocuments => Documents.Count(static document => document.Stage != DocumentStage.Indexed.Value && document.Stage != DocumentStage.Failed.Value);

    public Grants Grants { get; } = new();

    private PipelineQueue Queue => _pipelines.Require(Names.Pipeline);

    public void Stage(string documentId, IReadOnlyList<Chunk> chunks) => Queue.Stage(documentId, WireJson.Write(chunks).ToArray());

    public void LoseChunks(string documentId) => Queue.LoseChunks(documentId);

    public void TakeAway(string documentId, DocumentStage claimStage, DocumentStage stage) =>
        Queue.Change(new([documentId], stage.Value, claimStage.Value, WorkerId: null, CreateMissing: false));

    public GatewayResponse Answer(GatewayRequest request)
    {
        var answer = _front.HandleAsync(request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if ((int)answer.Status < 400 && WireCalls.Move(request) is var (holder, stage))
        {
            using var reply = JsonDocument.Parse(answer.Body);
            Grants.Add(holder, stage, reply.RootElement.GetProperty("updated").GetInt64());
        }

        return answer;
    }

    private static AttributeMap AttributesOf(StoredRow row)
    {
        var attributes = new AttributeMap();
        for (var index = 0; index < row.Attributes.Names.Length; index++)
        {
            attributes[row.Attributes.Names[index]] = row.Attributes.Values[index];
        }

        return attributes;
    }
}
