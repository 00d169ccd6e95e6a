using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Hevlayer.Benchmarks;

/// <summary>A normalised embedding as JSON text: the client's writer beside the framework's.</summary>
[MemoryDiagnoser]
public class FloatBenchmarks : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly VectorJsonConverter _converter = new();
    private Utf8JsonWriter _writer = null!;
    private float[] _vector = [];

    /// <summary>Components of the vector.</summary>
    [Params(384, 1536)]
    public int Dimension { get; set; }

    /// <summary>Makes the vector.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _vector = BenchData.Vector(0, Dimension);
        _writer = new Utf8JsonWriter(_buffer);
    }

    /// <summary>The framework's way.</summary>
    [Benchmark(Baseline = true)]
    public void WriteNumberValue()
    {
        Restart();
        _writer.WriteStartArray();
        foreach (var component in _vector)
        {
            _writer.WriteNumberValue(component);
        }

        _writer.WriteEndArray();
        _writer.Flush();
    }

    /// <summary>The client's way.</summary>
    [Benchmark]
    public void VectorConverter()
    {
        Restart();
        _converter.Write(_writer, _vector, HevlayerJson.Options);
        _writer.Flush();
    }

    /// <summary>Ends the writer.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Restart()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
    }
}
