using System.Runtime.InteropServices;

namespace Hevlayer.Indexer.Tests;

/// <summary>A small ONNX graph: inputs of [batch, sequence], constants, steps, and one output.</summary>
internal sealed class OnnxGraph
{
    public const int Float = 1;
    public const int Int32 = 6;
    public const int Int64 = 7;

    private const int FormatVersion = 8;
    private const int OperatorsVersion = 17;
    private const int IntegerAttribute = 2;

    private static readonly string[] Dimensions = ["batch", "sequence", "hidden"];

    private readonly List<ProtoWriter> _inputs = [];
    private readonly List<ProtoWriter> _constants = [];
    private readonly List<ProtoWriter> _steps = [];

    public OnnxGraph Input(string name, int type = Int64)
    {
        _inputs.Add(Value(name, type, Dimensions[..2]));
        return this;
    }

    public OnnxGraph Constant(string name, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) =>
        Constant(name, Float, MemoryMarshal.AsBytes(values), shape);

    public OnnxGraph Constant(string name, ReadOnlySpan<long> values, params ReadOnlySpan<int> shape) =>
        Constant(name, Int64, MemoryMarshal.AsBytes(values), shape);

    /// <summary>A step: an operator, what it reads and what it makes, and at most one whole number beside.</summary>
    public OnnxGraph Step(string type, string[] inputs, string output, (string Name, int Value)? setting = null)
    {
        var step = new ProtoWriter();
        foreach (var input in inputs)
        {
            step.Text(1, input);
        }

        step.Text(2, output).Text(4, type);
        if (setting is var (name, value))
        {
            step.Message(5, new ProtoWriter().Text(1, name).Number(3, value).Number(20, IntegerAttribute));
        }

        _steps.Add(step);
        return this;
    }

    /// <summary>The model that ends with the given output.</summary>
    public byte[] Build(string output, int rank = 3)
    {
        var graph = new ProtoWriter()
            .Messages(1, _steps)
            .Text(2, "tiny")
            .Messages(5, _constants)
            .Messages(11, _inputs)
            .Message(12, Value(output, Float, Dimensions[..rank]));
        return new ProtoWriter()
            .Number(1, FormatVersion)
            .Message(7, graph)
            .Message(8, new ProtoWriter().Text(1, string.Empty).Number(2, OperatorsVersion))
            .ToArray();
    }

    private static ProtoWriter Value(string name, int type, params string[] dimensions)
    {
        var shape = new ProtoWriter().Messages(1, dimensions.Select(dimension => new ProtoWriter().Text(2, dimension)));
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, new ProtoWriter().Number(1, type).Message(2, shape)));
    }

    private OnnxGraph Constant(string name, int type, ReadOnlySpan<byte> values, ReadOnlySpan<int> shape)
    {
        var constant = new ProtoWriter();
        foreach (var size in shape)
        {
            constant.Number(1, size);
        }

        _constants.Add(constant.Number(2, type).Text(8, name).Bytes(9, values));
        return this;
    }
}
