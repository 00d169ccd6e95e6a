using System.Text.Json.Nodes;
using Hevlayer.Tests.Shared;
using Hevlayer.Workers;

namespace Hevlayer.Indexer.Tests;

/// <summary>The resources that the sample deploys.</summary>
public sealed class PipelineResourceTests
{
    private const string Folder = "samples/Indexer/pipelines";

    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(Repository.Root, Folder)).Select(static file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Resource_IsWhatTheOperatorTakes(string file)
    {
        Assert.Empty(PipelineDefinition.Problems(Read(file)));
    }

    [Theory]
    [InlineData("scaling.mode", "\"manual\"", "$.spec.scaling.mode is \"manual\", which is none of")]
    [InlineData("worker.computeClass", "\"tpu\"", "$.spec.worker.computeClass is \"tpu\"")]
    [InlineData("scaling.replicas.max", "\"8\"", "$.spec.scaling.replicas.max is \"8\", which is no integer.")]
    [InlineData("scaling.replicas.min", "1.5", "$.spec.scaling.replicas.min is 1.5, which is no integer.")]
    [InlineData("scaling.replicas.max", "3000000000", "$.spec.scaling.replicas.max is 3000000000, which is no integer.")]
    [InlineData("scaling.replicas.most", "8", "$.spec.scaling.replicas.most is not known.")]
    [InlineData("workers", "{}", "$.spec.workers is not known.")]
    [InlineData("target.namespace", "null", "$.spec.target.namespace is null.")]
    [InlineData("paused", "\"no\"", "$.spec.paused is \"no\", which is no boolean.")]
    public void Resource_WithAWrongValue_IsRefusedByItsPath(string path, string json, string problem)
    {
        var resource = Read("embed.yaml");
        Set(resource["spec"]!, path, JsonNode.Parse(json));

        Assert.StartsWith(problem, Assert.Single(PipelineDefinition.Problems(resource)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("target")]
    [InlineData("target.namespace")]
    [InlineData("worker")]
    [InlineData("worker.image")]
    [InlineData("scaling")]
    [InlineData("scaling.replicas")]
    [InlineData("scaling.replicas.max")]
    public void Resource_WithoutARequiredField_IsRefusedByItsPath(string path)
    {
        var resource = Read("extract-chunk.yaml");
        Remove(resource["spec"]!, path);

        Assert.Equal($"$.spec.{path} is missing.", Assert.Single(PipelineDefinition.Problems(resource)));
    }

    [Theory]
    [InlineData("apiVersion", "hevlayer.com/v1")]
    [InlineData("apiVersion", "example.com/v1alpha1")]
    [InlineData("kind", "Worker")]
    public void Resource_OfAnotherKind_IsRefused(string field, string value)
    {
        var resource = Read("embed.yaml");
        resource[field] = value;

        Assert.Contains("is not served", Assert.Single(PipelineDefinition.Problems(resource)), StringComparison.Ordinal);
    }

    [Fact]
    public void Resource_WithoutAName_IsRefused()
    {
        var resource = Read("embed.yaml");
        resource["metadata"]!.AsObject().Remove("name");

        Assert.Single(PipelineDefinition.Problems(resource));
    }

    [Theory]
    [InlineData("sourceRef.anything", "{ \"at\": [\"all\"] }")]
    [InlineData("worker.podSpec.tolerations", "[{ \"key\": \"gpu\" }]")]
    [InlineData("pipelineId", "null")]
    public void Resource_WithWhatTheDefinitionLeavesOpen_IsTaken(string path, string json)
    {
        var resource = Read("extract-chunk.yaml");
        Set(resource["spec"]!, path, JsonNode.Parse(json));

        Assert.Empty(PipelineDefinition.Problems(resource));
    }

    [Fact]
    public void Resources_ShareThePipelineAndTheNamespace()
    {
        var specs = Files.Select(static file => Read(file.Data)["spec"]!).ToList();

        Assert.Equal(2, specs.Count);
        Assert.Single(specs.Select(static spec => $"{spec["pipelineId"]} {spec["target"]!["namespace"]}").Distinct());
    }

    [Fact]
    public void SourceRef_IsReadByTheExtractWorker()
    {
        var source = Read("extract-chunk.yaml")["spec"]!["sourceRef"]!;

        var queue = SqsQueue.Of(SourceReference.Parse(source.ToJsonString()));

        Assert.Equal((source["queueUrl"]!.GetValue<string>(), source["deadLetterQueueUrl"]!.GetValue<string>()), (queue.Url.OriginalString, queue.DeadLetterUrl!.OriginalString));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void GracePeriod_IsLongerThanTheDrain(string file)
    {
        var grace = Read(file)["spec"]!["worker"]!["podSpec"]!["terminationGracePeriodSeconds"]!.GetValue<long>();

        Assert.True(TimeSpan.FromSeconds(grace) > new WorkerShutdownOptions().Total);
    }

    private static JsonObject Read(string file) => YamlTree.Read(Repository.Read($"{Folder}/{file}"));

    private static void Set(JsonNode spec, string path, JsonNode? value) => Parent(spec, path)[path.Split('.')[^1]] = value;

    private static void Remove(JsonNode spec, string path) => Parent(spec, path).Remove(path.Split('.')[^1]);

    private static JsonObject Parent(JsonNode spec, string path) => path.Split('.')[..^1].Aggregate(spec, static (node, name) => node[name]!).AsObject();
}
