using System.Diagnostics.Metrics;

namespace Hevlayer.Workers.Tests;

/// <summary>All that workers of one pipeline, or of one function, measure.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly Lock _lock = new();
    private readonly MeterListener _listener = new();
    private readonly List<Measured> _all = [];
    private readonly string _pipeline;
    private readonly string _tag;

    public Measurements(string pipeline, string tag = "hevlayer.pipeline")
    {
        (_pipeline, _tag) = (pipeline, tag);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == WorkerDiagnostics.MeterName)
            {
                // Another test's worker may make its instruments just now.
                lock (_lock)
                {
                    Instruments[instrument.Name] = instrument;
                }

                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public Dictionary<string, Instrument> Instruments { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Measured> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    public IReadOnlyList<Measured> Of(string name) => [.. All.Where(measured => measured.Name == name)];

    public double Sum(string name) => Of(name).Sum(static measured => measured.Value);

    /// <summary>Sums by the value of a tag.</summary>
    public Dictionary<string, double> SumBy(string name, string tag) =>
        Of(name).GroupBy(measured => (string)measured.Tags[tag]!).ToDictionary(static group => group.Key, static group => group.Sum(static measured => measured.Value), StringComparer.Ordinal);

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var byName = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            byName[tag.Key] = tag.Value;
        }

        if (Equals(byName.GetValueOrDefault(_tag), _pipeline))
        {
            lock (_lock)
            {
                _all.Add(new(instrument.Name, value, byName));
            }
        }
    }
}
