using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using OnnxRunOptions = Microsoft.ML.OnnxRuntime.RunOptions;
using OnnxSessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace Hevlayer.Indexer;

/// <summary>A transformer in ONNX form; any number of threads can run it.</summary>
internal sealed class OnnxModel : IDisposable
{
    private const string Output = "last_hidden_state";

    private static readonly Dictionary<string, Func<TokenBatch, long[]>> Known = new()
    {
        ["input_ids"] = batch => batch.InputIds,
        ["attention_mask"] = batch => batch.AttentionMask,
        ["token_type_ids"] = batch => batch.TokenTypeIds,
    };

    private readonly InferenceSession _session;
    private readonly DisposedWhenIdle _use;
    private readonly string[] _inputs;

    /// <summary>Loads a model.</summary>
    /// <param name="path">Its file.</param>
    /// <exception cref="InvalidDataException">It is no ONNX model, or not one of this kind.</exception>
    public OnnxModel(string path)
    {
        _session = Load(path);
        _use = new(_session);
        _inputs = [.. _session.InputMetadata.Keys];
    }

    /// <summary>Runs the model on a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Ends the run before its next step.</param>
    /// <returns>A vector a text, of length 1.</returns>
    /// <exception cref="ObjectDisposedException">The model has been disposed of.</exception>
    public float[][] Embed(TokenBatch batch, CancellationToken cancellationToken)
    {
        _use.Begin();
        try
        {
            return Run(batch, cancellationToken);
        }
        finally
        {
            _use.End();
        }
    }

    /// <summary>Frees the model, once the last run has ended.</summary>
    public void Dispose() => _use.Dispose();

    private static InferenceSession Load(string path)
    {
        // Left alone, the runtime takes all cores of the host, whatever share the container has, and spins on them when idle.
        using var options = new OnnxSessionOptions { IntraOpNumThreads = Environment.ProcessorCount };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        InferenceSession? session = null;
        try
        {
            session = new(path, options);
            Check(session, path);
            return session;
        }
        catch (OnnxRuntimeException exception)
        {
            throw new InvalidDataException($"'{path}' is not a model that can be run: {exception.Message}", exception);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    private static void Check(InferenceSession session, string path)
    {
        foreach (var (name, input) in session.InputMetadata)
        {
            if (!Known.ContainsKey(name) || input.ElementDataType != TensorElementType.Int64)
            {
                throw new InvalidDataException($"'{path}' asks for '{name}' ({input.ElementDataType}); {string.Join(", ", Known.Keys)} can be given, as Int64.");
            }
        }

        if (!session.OutputMetadata.TryGetValue(Output, out var output) || output.ElementDataType != TensorElementType.Float || output.Dimensions.Length != 3)
        {
            throw new InvalidDataException($"'{path}' gives {string.Join(", ", session.OutputMetadata.Keys)}; '{Output}' is needed, as Float of 3 dimensions.");
        }
    }

    private float[][] Run(TokenBatch batch, CancellationToken cancellationToken)
    {
        using var options = new OnnxRunOptions();
        using var registration = cancellationToken.Register(() => options.Terminate = true);
        var values = new List<OrtValue>(_inputs.Length);
        try
        {
            values.AddRange(_inputs.Select(input => OrtValue.CreateTensorValueFromMemory(Known[input](batch), [batch.Count, batch.Length])));
            using var outputs = _session.Run(options, _inputs, values, [Output]);
            var hidden = outputs[0];
            return MeanPooling.Pool(hidden.GetTensorDataAsSpan<float>(), batch, (int)hidden.GetTensorTypeAndShape().Shape[^1]);
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }
}
