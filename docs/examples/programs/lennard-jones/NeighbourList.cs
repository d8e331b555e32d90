namespace LennardJones;

/// <summary>
/// The pairs that may come within the cut-off: found among all pairs once, then good until a particle has gone half of the
/// skin's width or the box has shrunk so far.
/// </summary>
internal sealed class NeighbourList(ParticleSystem system, double cutoff, double skin)
{
    private readonly double[] _positionsThen = new double[system.Positions.Length];
    private readonly int[] _starts = new int[system.Count + 1];
    private int[] _neighbours = new int[system.Count * 40];
    private double _edgeThen;

    /// <summary>The neighbours of a particle that come after it: each pair is listed once.</summary>
    public ReadOnlySpan<int> Of(int particle) => _neighbours.AsSpan(_starts[particle].._starts[particle + 1]);

    public void Refresh()
    {
        if (IsStale())
            Rebuild();
    }

    private bool IsStale()
    {
        // A scaled box moves all particles alike; only what they moved against one another counts, plus what the cut-off lost.
        var scale = system.Edge / _edgeThen;
        var allowance = (cutoff + skin) * Math.Min(scale, 1) - cutoff;
        if (_edgeThen == 0 || allowance <= 0)
            return true;
        var farthest = allowance * allowance / 4;
        var positions = system.Positions;
        for (var i = 0; i < positions.Length; i += 3)
        {
            var x = positions[i] - scale * _positionsThen[i];
            var y = positions[i + 1] - scale * _positionsThen[i + 1];
            var z = positions[i + 2] - scale * _positionsThen[i + 2];
            if (x * x + y * y + z * z > farthest)
                return true;
        }
        return false;
    }

    private void Rebuild()
    {
        var reach = (cutoff + skin) * (cutoff + skin);
        var (positions, edge, found) = (system.Positions, system.Edge, 0);
        for (var i = 0; i < system.Count; i++)
        {
            _starts[i] = found;
            if (found + system.Count > _neighbours.Length)
                Array.Resize(ref _neighbours, 2 * (found + system.Count));
            for (var j = i + 1; j < system.Count; j++)
            {
                var x = Nearest(positions[3 * i] - positions[3 * j], edge);
                var y = Nearest(positions[3 * i + 1] - positions[3 * j + 1], edge);
                var z = Nearest(positions[3 * i + 2] - positions[3 * j + 2], edge);
                if (x * x + y * y + z * z < reach)
                    _neighbours[found++] = j;
            }
        }
        _starts[^1] = found;
        positions.CopyTo(_positionsThen, 0);
        _edgeThen = edge;
    }

    /// <summary>The distance along one axis to the nearest of a particle's periodic images.</summary>
    public static double Nearest(double distance, double edge) => distance - edge * Math.Round(distance / edge);
}
