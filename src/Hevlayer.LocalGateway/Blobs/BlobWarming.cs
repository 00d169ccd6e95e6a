namespace Hevlayer.Local;

/// <summary>Goes over the blobs that the rows of a namespace refer to, as far as a budget of bytes reaches.</summary>
internal static class BlobWarming
{
    public static WarmBlobsResponse Skipped { get; } = new()
    {
        Enabled = false,
        Status = WarmStepStatus.Skipped,
        DocumentsScanned = 0,
        RefsSeen = 0,
        Objects = 0,
        Bytes = 0,
        Missing = 0,
        InvalidRefs = 0,
        BudgetExhausted = false,
    };

    public static WarmBlobsResponse Run(NamespaceView view, BlobStore blobs, long budget)
    {
        string[] attributes = [.. view.Types.Where(type => type.Value is "string" or "[]string").Select(type => type.Key)];
        string[] texts = [.. view.Rows.SelectMany(row => attributes.SelectMany(name => Texts(row.Read(name)))).Where(text => text.StartsWith(BlobReference.Scheme, StringComparison.Ordinal))];
        BlobReference[] valid = [.. texts.Select(BlobReference.Parse).OfType<BlobReference>().Where(reference => reference.Namespace == view.Name)];
        var found = valid.Distinct().Select(blobs.Find).ToList();
        var (objects, bytes) = Load(found.OfType<byte[]>(), budget);
        return new WarmBlobsResponse
        {
            Enabled = true,
            Status = WarmStepStatus.Completed,
            Attributes = attributes,
            BudgetBytes = budget,
            DocumentsScanned = view.Rows.Length,
            RefsSeen = valid.Length,
            Objects = objects,
            Bytes = bytes,
            Missing = found.Count(blob => blob is null),
            InvalidRefs = texts.Length - valid.Length,
            BudgetExhausted = objects < found.OfType<byte[]>().Count(),
        };
    }

    private static (int Objects, long Bytes) Load(IEnumerable<byte[]> blobs, long budget)
    {
        var (objects, bytes) = (0, 0L);
        foreach (var blob in blobs.TakeWhile(blob => bytes + blob.Length <= budget))
        {
            objects++;
            bytes += blob.Length;
        }

        return (objects, bytes);
    }

    private static IEnumerable<string> Texts(AttributeValue value) => value.Kind switch
    {
        AttributeKind.String => [value.AsString()],
        AttributeKind.Array => value.AsArray().Where(item => item.Kind == AttributeKind.String).Select(item => item.AsString()),
        _ => [],
    };
}
