using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace Hevlayer.Local.Tests;

/// <summary>Rows as Arrow streams, as imports send them.</summary>
internal static class ArrowStreams
{
    public static RecordBatch Batch(string[] ids, float[][] vectors, int?[] counts)
    {
        var vector = new ListArray.Builder(FloatType.Default);
        var tags = new ListArray.Builder(StringType.Default);
        var count = new Int32Array.Builder();
        for (var i = 0; i < ids.Length; i++)
        {
            vector.Append();
            ((FloatArray.Builder)vector.ValueBuilder).AppendRange(vectors[i]);
            tags.Append();
            ((StringArray.Builder)tags.ValueBuilder).AppendRange([ids[i], "x"]);
            count.Append(counts[i]);
        }

        return new RecordBatch.Builder()
            .Append("id", false, new StringArray.Builder().AppendRange(ids).Build())
            .Append("vector", false, vector.Build())
            .Append("text", true, new StringArray.Builder().AppendRange(ids.Select(id => $"text of {id}")).Build())
            .Append("tags", true, tags.Build())
            .Append("fine", false, new BooleanArray.Builder().AppendRange(ids.Select(_ => true)).Build())
            .Append("count", true, count.Build())
            .Build();
    }

    public static async Task<byte[]> WriteAsync(params RecordBatch[] batches)
    {
        using var stream = new MemoryStream();
        using (var writer = new ArrowStreamWriter(stream, batches[0].Schema, leaveOpen: true))
        {
            foreach (var batch in batches)
            {
                await writer.WriteRecordBatchAsync(batch, TestContext.Current.CancellationToken);
            }

            await writer.WriteEndAsync(TestContext.Current.CancellationToken);
        }

        return stream.ToArray();
    }
}
