using Apache.Arrow;

namespace Hevlayer.Local;

/// <summary>Vectors of an Arrow column: lists of 32-bit or 64-bit floats.</summary>
internal static class ArrowVectors
{
    public static float[] Read(IArrowArray column, int place, string rowId)
    {
        var items = column switch
        {
            ListArray lists => lists.GetSlicedValues(place),
            FixedSizeListArray lists => lists.GetSlicedValues(place),
            _ => null,
        };
        return items switch
        {
            FloatArray numbers => VectorReader.Own(numbers.Values.ToArray(), rowId),
            DoubleArray numbers => VectorReader.Own(System.Array.ConvertAll(numbers.Values.ToArray(), static number => (float)number), rowId),
            _ => throw GatewayFault.Invalid("the column vector must hold lists of floats"),
        };
    }
}
