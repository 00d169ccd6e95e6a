using System.Collections.Concurrent;

namespace Hevlayer.Local;

/// <summary>All pipelines of a gateway. Thread safe.</summary>
internal sealed class PipelineRegistry(LocalGatewayOptions options)
{
    private readonly ConcurrentDictionary<string, PipelineQueue> _queues = new(StringComparer.Ordinal);

    public Pipeline Create(Pipeline definition) =>
        _queues.TryAdd(definition.Id, new PipelineQueue(definition, options))
            ? definition
            : throw GatewayFault.Conflict($"pipeline '{definition.Id}' already exists");

    public PipelineQueue? Find(string id) => _queues.GetValueOrDefault(id);

    public PipelineQueue Require(string id) => Find(id) ?? throw Unknown(id);

    public void Delete(string id)
    {
        if (!_queues.TryRemove(id, out _))
        {
            throw Unknown(id);
        }
    }

    public IEnumerable<Pipeline> All() =>
        _queues.Values.Select(queue => queue.Definition)
            .OrderBy(pipeline => pipeline.CreatedAt)
            .ThenBy(pipeline => pipeline.Id, StringComparer.Ordinal);

    public IEnumerable<PipelineSight> Sights() => All().Select(pipeline => Find(pipeline.Id)?.Look()).OfType<PipelineSight>();

    private static GatewayFault Unknown(string id) => GatewayFault.NotFound($"pipeline '{id}' not found");
}
