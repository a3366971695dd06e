// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameters.h"
#include "core/base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thetascope {

/// A taper and its derivatives at one point.
struct TaperSample {
    double w = 0;      ///< w(y; theta)
    double dTheta = 0; ///< dw/dtheta at fixed y
    double dY = 0;     ///< dw/dy; moving the frame gives dw/dt_i = -dw/dy
};

/// A taper w(y; theta) about its centre, y = k - c_i in samples, support |y| <= theta/2 (a real comparison, inclusive);
/// zero with zero derivatives outside. Even in y. Paper Eqs. (3), (4); the support and centre of Eqs. (5), (6).
/// Immutable: any number of threads may use one.
class Taper {
public:
    virtual ~Taper() = default;

    /// One point; theta > 0.
    virtual TaperSample at(double y, double theta) const = 0;

    /// The points y, y+1, ... y+count-1 into w, dTheta and dY, [count] each (dY may be null). In double exact to 1e-13 of
    /// the peak, in float to 2e-6; zero outside the support.
    void fill(double y, int count, double theta, double* w, double* dTheta, double* dY) const;
    void fill(double y, int count, double theta, float* w, float* dTheta, float* dY) const;

    /// The points of [0, count) that lie inside the support.
    struct Range {
        int begin = 0, end = 0;
    };
    /// As fill(), but what lies outside the range that is returned is left alone.
    Range fillSupport(double y, int count, double theta, double* w, double* dTheta, double* dY) const;
    Range fillSupport(double y, int count, double theta, float* w, float* dTheta, float* dY) const;

    /// w = mean + swing cos(2 pi y/theta), if it is of that form: kernels then make it on the fly.
    struct Cosine {
        double mean = 0, swing = 0;
    };
    virtual std::optional<Cosine> cosine() const { return std::nullopt; }

    /// Whether w is continuous in theta and y: what Proposition 2.1 of the paper needs of its derivatives.
    virtual bool continuous() const = 0;

    /// Whether w is continuously differentiable: what interpolation in theta needs (core/dstft/cached_rows.cpp).
    virtual bool smooth() const = 0;

protected:
    /// fill() for points that all lie inside the support.
    virtual void fillInside(double y, int count, double theta, double* w, double* dTheta, double* dY) const = 0;
    virtual void fillInside(double y, int count, double theta, float* w, float* dTheta, float* dY) const = 0;
};

struct TaperDescription {
    std::string name;
    std::string sentence;
    std::string formula;
    std::vector<NamedParameter> parameters; ///< of its shape
};

/// The tapers there are, in the order of menus. A new one is its own file and one line in taper.cpp.
const std::vector<TaperDescription>& tapers();

/// The taper of a name such as "hann", "kaiser" (its parameters at their defaults) or "kaiser(beta=8.6)". Errors (kind
/// arguments): no such taper or parameter, a value out of range, syntax.
Result<std::shared_ptr<const Taper>> parseTaper(const std::string& name);

/// The same; null instead of an error.
std::shared_ptr<const Taper> makeTaper(std::string_view name);

} // namespace thetascope
